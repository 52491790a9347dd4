import { InvalidArgumentError } from 'commander';

export function positive(text: string): number {
  const number = Number(text);
  if (!(number > 0 && number < Infinity)) throw new InvalidArgumentError('A number above 0.');
  return number;
}

export function atLeastOne(text: string): number {
  const number = Number(text);
  if (!(number >= 1 && number < Infinity)) throw new InvalidArgumentError('A number, at least 1.');
  return number;
}

export function notNegative(text: string): number {
  const number = Number(text);
  if (!(number >= 0 && number < Infinity)) throw new InvalidArgumentError('A number, at least 0.');
  return number;
}
