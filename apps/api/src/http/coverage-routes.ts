import {
  AddressList,
  Coverage,
  CoverageQuery,
  HubRanking,
  HubRankingQuery,
  OfficeCellQuery,
  OfficeCells,
  OfficeDistances,
} from '@cluster-atlas/contract';
import type { RouteDescriptions } from './route-description.js';

/** Of how far figures can be trusted. */
export const COVERAGE_ROUTES: RouteDescriptions = {
  'GET /api/v1/coverage': {
    policy: 'anyone',
    tag: 'Coverage',
    summary: 'How much of the selection is on the map, how exactly, and which sources say so.',
    query: CoverageQuery,
    response: Coverage,
  },
  'GET /api/v1/coverage/addresses': {
    policy: 'anyone',
    tag: 'Coverage',
    summary: 'The 20 addresses that most of the selected businesses share, and which are left out.',
    query: CoverageQuery,
    response: AddressList,
  },
  'GET /api/v1/coverage/addresses.csv': {
    policy: 'anyone',
    tag: 'Coverage',
    summary: 'The first 1,000 of these addresses as a file.',
    query: CoverageQuery,
    response: 'text/csv',
  },
  'GET /api/v1/coverage/hub-ranking': {
    policy: 'anyone',
    tag: 'Coverage',
    summary: 'The leading hubs within each radius, and which of them change places with it.',
    query: HubRankingQuery,
    response: HubRanking,
  },
  'GET /api/v1/coverage/offices': {
    policy: 'anyone',
    tag: 'Coverage',
    summary: 'How far the selected businesses trade from their registered offices.',
    query: CoverageQuery,
    response: OfficeDistances,
  },
  'GET /api/v1/coverage/office-cells': {
    policy: 'anyone',
    tag: 'Coverage',
    summary: 'The cells of the map that differ most in how many are registered and trade there.',
    query: OfficeCellQuery,
    response: OfficeCells,
  },
  'GET /api/v1/coverage/office-cells.csv': {
    policy: 'anyone',
    tag: 'Coverage',
    summary: 'These cells as a file.',
    query: OfficeCellQuery,
    response: 'text/csv',
  },
};
