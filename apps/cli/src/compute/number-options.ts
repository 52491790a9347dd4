import { InvalidArgumentError } from 'commander';

export function positive(text: string): number {
  const number = Number(text);
  if (!(number > 0 && number < Infinity)) throw new InvalidArgumentError('A number above 0.');
  return number;
}

export function notNegative(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !(number >= 0 && number < Infinity)) {
    throw new InvalidArgumentError('A number, not negative.');
  }
  return number;
}

export function atLeastOne(text: string): number {
  const number = Number(text);
  if (!(number >= 1 && number < Infinity)) throw new InvalidArgumentError('A number, at least 1.');
  return number;
}

export function atLeastTwo(text: string): number {
  const number = Number(text);
  if (!(number >= 2 && number < Infinity)) throw new InvalidArgumentError('A number, at least 2.');
  return number;
}

/** Below 2^32, so that it may be a seed. */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !(Number.isInteger(number) && number >= 0 && number < 2 ** 32)) {
    throw new InvalidArgumentError('A whole number, at least 0.');
  }
  return number;
}

export function wholeFromOne(text: string): number {
  const number = wholeNumber(text);
  if (number === 0) throw new InvalidArgumentError('A whole number, at least 1.');
  return number;
}

export function share(text: string): number {
  const number = Number(text);
  if (!(number > 0 && number < 1)) throw new InvalidArgumentError('A number between 0 and 1.');
  return number;
}
