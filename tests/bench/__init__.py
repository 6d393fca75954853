"""Benchmark: the same generated bank built by idebank, by Hugo and by plain MkDocs."""
