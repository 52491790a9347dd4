import { z } from 'zod';

/** An error, as RFC 9457 writes it (application/problem+json). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  requestId: z.string().optional(),
  errors: z
    .array(
      z.object({
        pointer: z.string().describe('JSON pointer, or the parameter’s name.'),
        detail: z.string(),
      }),
    )
    .optional(),
});
export type Problem = z.infer<typeof Problem>;
