import { spreadApart } from './spread-apart.js';

it('leaves values that are far enough apart where they are', () => {
  expect(spreadApart([30, 10, 20], 10)).toEqual([30, 10, 20]);
});

it('moves the upper ones up, and those that follow', () => {
  expect(spreadApart([12, 10, 11, 40], 5)).toEqual([20, 10, 15, 40]);
});
