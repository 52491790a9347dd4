import { weightsFromLinks, type SpatialWeights } from '@cluster-atlas/analytics';
import { readOwnTable } from '@cluster-atlas/data';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { textColumn, weightColumn } from './table-columns.js';

/** The places that a file may name: by name, or by the number of their row from 1. */
interface NamedPlaces {
  n: number;
  names: string[] | null;
}

interface ListedLinks {
  from: number[];
  to: number[];
  weights: number[];
}

/**
 * Reads weights: a CSV file with the columns i, j and, unless all weigh 1, w; or a .gal or .gwt file
 * of GeoDa.
 *
 * @throws {Error} naming what cannot be understood
 */
export async function readWeightsFile(path: string, places: NamedPlaces): Promise<SpatialWeights> {
  const links: ListedLinks = { from: [], to: [], weights: [] };
  const add = linkAdder(basename(path), places, links);
  const extension = extname(path).toLowerCase();
  if (extension === '.gal') readGal(basename(path), await readFile(path, 'utf8'), add);
  else if (extension === '.gwt') readGwt(basename(path), await readFile(path, 'utf8'), add);
  else await readTable(path, add);
  try {
    return weightsFromLinks(places.n, links);
  } catch (error) {
    throw new Error(`${basename(path)}, rows from 0: ${(error as Error).message}`);
  }
}

type AddLink = (i: string, j: string, weight: number) => void;

function linkAdder(file: string, { n, names }: NamedPlaces, links: ListedLinks): AddLink {
  const places = new Map((names ?? []).map((name, place) => [name, place]));
  const placeOf = (name: string) => {
    const place = names === null ? Number(name) - 1 : places.get(name);
    if (place === undefined || !(Number.isInteger(place) && place >= 0 && place < n)) {
      throw new Error(`${file} names the row “${name}”, which is not there`);
    }
    return place;
  };
  return (i, j, weight) => {
    links.from.push(placeOf(i));
    links.to.push(placeOf(j));
    links.weights.push(weight);
  };
}

async function readTable(path: string, add: AddLink): Promise<void> {
  await readOwnTable(path, (names) => {
    const header = { file: basename(path), names };
    const [readI, readJ] = [textColumn(header, 'i'), textColumn(header, 'j')];
    const hasWeights = names.some((name) => name.toLowerCase() === 'w');
    const readWeight = hasWeights ? weightColumn(header, 'w') : () => 1;
    return (row) => add(readI(row), readJ(row), readWeight(row));
  });
}

/** A line about the file, then of each place its name and how many neighbours, and their names. */
function readGal(file: string, text: string, add: AddLink): void {
  const words = afterFirstLine(text);
  for (let at = 0; at < words.length;) {
    const name = words[at]!;
    const count = Number(words[at + 1]);
    at += 2;
    if (!(Number.isInteger(count) && count >= 0 && at + count <= words.length)) {
      throw new Error(`${file} ends within the neighbours of “${name}”`);
    }
    for (const end = at + count; at < end; at++) add(name, words[at]!, 1);
  }
}

/** A line about the file, then two names and a weight for each link. */
function readGwt(file: string, text: string, add: AddLink): void {
  const words = afterFirstLine(text);
  if (words.length % 3 > 0) throw new Error(`${file} ends within a link`);
  for (let at = 0; at < words.length; at += 3) {
    const weight = Number(words[at + 2]);
    if (!(weight >= 0 && weight < Infinity)) {
      throw new Error(`${file}: the weight “${words[at + 2]}” is not a number of at least 0`);
    }
    add(words[at]!, words[at + 1]!, weight);
  }
}

function afterFirstLine(text: string): string[] {
  return text
    .slice(text.indexOf('\n') + 1)
    .split(/\s+/)
    .filter((word) => word !== '');
}
