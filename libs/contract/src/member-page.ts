import { z } from 'zod';

/** Which of the businesses of a cluster or an area are listed. */
export const MEMBER_PAGE = {
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .describe('Only businesses with this in their name, in any case.'),
  limit: z.coerce.number<string>().int().min(1).max(200).default(50),
  cursor: z.coerce
    .number<string>()
    .int()
    .min(0)
    .optional()
    .describe('`nextCursor` of the page before.'),
};
