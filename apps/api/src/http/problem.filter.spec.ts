import { NotFound } from '@cluster-atlas/data';
import { z } from 'zod';
import { toProblem } from './problem.filter.js';
import { InvalidRequest } from './valid.js';

describe('toProblem', () => {
  it('names the parameter that was wrong', () => {
    const { error } = z.strictObject({ limit: z.int() }).safeParse({ limit: 'x' });

    expect(toProblem(new InvalidRequest(error!.issues))).toMatchObject({
      status: 400,
      errors: [{ pointer: 'limit' }],
    });
  });

  it('names a parameter that nobody knows', () => {
    const { error } = z.strictObject({}).safeParse({ colour: 'red' });

    expect(toProblem(new InvalidRequest(error!.issues)).errors![0]!.pointer).toBe('colour');
  });

  it('answers 404 for a hub that is not there', () => {
    expect(toProblem(new NotFound('hub', 'nowhere'))).toMatchObject({
      status: 404,
      type: '/problems/hub-not-found',
    });
  });

  it('tells the client nothing of what it did not expect', () => {
    expect(toProblem(new Error('password is hunter2'))).toEqual({
      type: 'about:blank',
      title: 'Internal error',
      status: 500,
    });
  });
});
