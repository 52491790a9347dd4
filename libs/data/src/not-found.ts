/** A name that somebody asked for and that is not in the database. */
export class NotFound extends Error {
  constructor(
    readonly kind:
      'hub' | 'sector group' | 'area' | 'area layer' | 'business' | 'cluster' | 'analysis',
    readonly wanted: string,
  ) {
    super(`There is no ${kind} “${wanted}”.`);
  }
}
