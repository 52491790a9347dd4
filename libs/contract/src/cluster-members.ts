import { z } from 'zod';
import { BusinessList, BusinessSummary } from './businesses.js';
import { KEPT_MEMBER_PAGE, KEPT_MEMBERS } from './member-page.js';

const Membership = {
  membership: z
    .enum(['core', 'border'])
    .describe(
      '`core`: as many businesses, or jobs, as asked for are near one of its places; `border`: only in reach of a core. What HDBSCAN* takes in is core.',
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

/** Which page of those who were in a cluster of a kept run. */
export const KeptMembersQuery = z.strictObject(KEPT_MEMBER_PAGE);
export type KeptMembersQuery = z.infer<typeof KeptMembersQuery>;

export const KeptMembersFileQuery = z.strictObject(KEPT_MEMBERS);
export type KeptMembersFileQuery = z.infer<typeof KeptMembersFileQuery>;

const KeptBusiness = BusinessSummary.extend({
  endedOn: z.string().nullable(),
  precision: BusinessSummary.shape.precision.nullable().describe('Null: nowhere on the map.'),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
});
export type KeptBusiness = z.infer<typeof KeptBusiness>;

const KeptMember = z.object({
  state: z
    .enum(['listed', 'ended', 'gone'])
    .describe('`ended`: it has closed since; `gone`: it is in the directory no more.'),
  business: KeptBusiness.nullable().describe(
    'As it is now, where it trades now or else is registered; null where it is gone.',
  ),
  membership: Membership.membership
    .nullable()
    .describe('As the run found it; null where the run was kept before this was stored.'),
  probability: Membership.probability.describe(
    'HDBSCAN*: as the run found it; null where the run was kept before this was stored.',
  ),
});
export type KeptMember = z.infer<typeof KeptMember>;

export const KeptMemberList = BusinessList.extend({ items: z.array(KeptMember) });
export type KeptMemberList = z.infer<typeof KeptMemberList>;
