import { z } from 'zod';
import { BusinessList, BusinessSummary } from './businesses.js';

const Membership = {
  membership: z
    .enum(['core', 'border'])
    .describe(
      '`core`: as many as asked for are near one of its places; `border`: only in reach of a core. What HDBSCAN* takes in is core.',
    ),
  probability: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe(
      'HDBSCAN*: the density up to which it stays in the cluster, as a share of the greatest in the cluster: 1 in the densest part. Of several places in the cluster the greatest. Null for DBSCAN, which knows none.',
    ),
};

const ClusterMember = BusinessSummary.extend(Membership);
export type ClusterMember = z.infer<typeof ClusterMember>;

export const ClusterMemberList = BusinessList.extend({ items: z.array(ClusterMember) });
export type ClusterMemberList = z.infer<typeof ClusterMemberList>;
