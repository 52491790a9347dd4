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

export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!(Number.isInteger(number) && number >= 0 && number < 2 ** 32)) {
    throw new InvalidArgumentError('A whole number, at least 0.');
  }
  return number;
}
