/** What somebody asks for was there, and is not kept any more. */
export class Expired extends Error {
  constructor(
    readonly kind: 'analysis',
    readonly wanted: string,
  ) {
    super(`The ${kind} “${wanted}” is not kept any more: ask for it anew by its parameters.`);
  }
}
