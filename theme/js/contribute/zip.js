/**
 * Several files as one: a ZIP archive that stores them as they are. Pictures are compressed already.
 */

const UTF_8_NAMES = 0x0800;
/* The first day that the format knows: the same files always make the same archive. */
const EARLIEST = 0x0021;

/**
 * @param {{ name: string, bytes: Uint8Array<ArrayBuffer> }[]} files
 * @returns {Blob}
 */
export function zipped(files) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const directory = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const encoded = new TextEncoder().encode(name);
    // Version needed, flags, method (stored), time, day, checksum, two sizes, length of the name, and of nothing more.
    const about = [
      2,
      20,
      2,
      UTF_8_NAMES,
      2,
      0,
      2,
      0,
      2,
      EARLIEST,
      4,
      checksum(bytes),
      4,
      bytes.length,
      4,
      bytes.length,
    ];
    const local = packed(4, 0x04034b50, ...about, 2, encoded.length, 2, 0);
    directory.push(
      packed(4, 0x02014b50, 2, 20, ...about, 2, encoded.length, 2, 0, 2, 0, 2, 0, 2, 0, 4, 0, 4, offset),
      encoded,
    );
    parts.push(local, encoded, bytes);
    offset += local.length + encoded.length + bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = packed(4, 0x06054b50, 2, 0, 2, 0, 2, files.length, 2, files.length, 4, size, 4, offset, 2, 0);
  return new Blob([...parts, ...directory, end], { type: "application/zip" });
}

/** Numbers of so many bytes each, the smallest byte first. @param {...number} pairs */
function packed(...pairs) {
  /** @type {number[]} */
  const bytes = [];
  for (let i = 0; i < pairs.length; i += 2) {
    for (let shift = 0; shift < pairs[i]; shift += 1) bytes.push((pairs[i + 1] >>> (8 * shift)) & 0xff);
  }
  return Uint8Array.from(bytes);
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32. @param {Uint8Array} bytes */
function checksum(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = TABLE[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
