import { slugify } from '../imports/slugify.js';

/** Gives each name once; who comes too late for all of theirs gets the last with a number. */
export class FreeNames {
  private readonly taken = new Set<string>();
  private readonly numbers = new Map<string, number>();

  take(names: readonly string[]): { slug: string; name: string } {
    for (const name of names) {
      const slug = slugify(name);
      if (!this.taken.has(slug)) return this.keep(slug, name);
    }
    const last = names.at(-1)!;
    for (;;) {
      const number = (this.numbers.get(last) ?? 1) + 1;
      this.numbers.set(last, number);
      const name = `${last} (${number})`;
      const slug = slugify(name);
      if (!this.taken.has(slug)) return this.keep(slug, name);
    }
  }

  private keep(slug: string, name: string) {
    this.taken.add(slug);
    return { slug, name };
  }
}
