/* «Min liste»: the slugs of initiatives that the reader has saved, kept in the browser and nowhere else. */

const KEPT_AS = "idebank-list";
const MOST = 100;
const SLUG = /^[a-z0-9][a-z0-9-]{0,99}$/;

/**
 * Return slugs without what is none, each once, at most `most`.
 * @param {unknown[]} wanted
 * @param {number} most
 * @returns {string[]}
 */
export function slugs(wanted, most = MOST) {
  return [...new Set(wanted)]
    .filter((slug) => typeof slug === "string")
    .filter((slug) => SLUG.test(slug))
    .slice(0, most);
}

/** Return what is saved, the first first; nothing where storage is shut off or was written by something else. */
export function saved() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT_AS) ?? "[]");
    return Array.isArray(kept) ? slugs(kept) : [];
  } catch {
    return [];
  }
}

/** Keep these and no others, and tell the page; returns whether they could be kept. @param {string[]} wanted */
export function keep(wanted) {
  const kept = slugs(wanted);
  try {
    if (kept.length) localStorage.setItem(KEPT_AS, JSON.stringify(kept));
    else localStorage.removeItem(KEPT_AS);
  } catch {
    return false;
  }
  document.dispatchEvent(new CustomEvent("idebank-list"));
  return true;
}

/** Save one that is not saved, or take it away. @param {string} slug */
export function toggle(slug) {
  const now = saved();
  return keep(now.includes(slug) ? now.filter((other) => other !== slug) : [...now, slug]);
}

/** Call `action` now and whenever the list changes, here or in another tab. @param {() => unknown} action */
export function follow(action) {
  document.addEventListener("idebank-list", action);
  addEventListener("storage", ({ key }) => key === KEPT_AS && action());
  action();
}
