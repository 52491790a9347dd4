import { z } from 'zod';

const PAGE = {
  limit: z.coerce.number<string>().int().min(1).max(200).default(50),
  cursor: z.coerce
    .number<string>()
    .int()
    .min(0)
    .optional()
    .describe('`nextCursor` of the page before.'),
};

/** Which of the businesses of an area are told, in a list or a file. */
export const NAMED_MEMBERS = {
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .describe('Only businesses with this in their name, in any case.'),
};

/** Which of the businesses of an area are listed. */
export const MEMBER_PAGE = { ...NAMED_MEMBERS, ...PAGE };

const memberSort = <Order extends string>(orders: readonly Order[], note = '') =>
  z
    .enum(orders)
    .optional()
    .describe(
      `\`name\`; \`jobs\`, the most first, by the low end of a range; \`membership\`, core before border and then by \`probability\`${note}. Without it in the order in which they were entered.`,
    );

/** Of a cluster, as those of an area, and by how they belong to it. */
const CHOSEN_MEMBERS = {
  ...NAMED_MEMBERS,
  membership: z.enum(['core', 'border']).optional().describe('Only those that belong so.'),
};

export const KEPT_MEMBERS = {
  ...CHOSEN_MEMBERS,
  sort: memberSort(['name', 'jobs', 'membership']),
};
export const KEPT_MEMBER_PAGE = { ...KEPT_MEMBERS, ...PAGE };

export const CLUSTER_MEMBERS = {
  ...CHOSEN_MEMBERS,
  sort: memberSort(
    ['name', 'jobs', 'membership', 'distance'],
    '; `distance`, the nearest to the centre of the cluster first',
  ),
};
export const CLUSTER_MEMBER_PAGE = { ...CLUSTER_MEMBERS, ...PAGE };
