import type {
  AddressList,
  Coverage,
  CoverageQuery,
  HubRanking,
  HubRankingQuery,
  OfficeCellQuery,
  OfficeCells,
  OfficeDistances,
} from '@cluster-atlas/contract';
import {
  describeCoverage,
  describeOffices,
  listAddresses,
  listOfficeCells,
  rankHubs,
  readSourceEditions,
  type SourceEditions,
} from '@cluster-atlas/data';
import { Injectable } from '@nestjs/common';
import { RecentAnswers } from '../answers/recent-answers.js';
import { Database } from '../database.js';
import { PointsService } from '../points/points.service.js';
import { SelectionsService } from '../points/selections.service.js';

/** Of each kind; of a few kilobytes each, lists of a thousand up to 300. */
const MOST_REMEMBERED = 40;

/** Answers how far a selection can be trusted; what was answered is kept while the data stays the same. */
@Injectable()
export class CoverageService {
  private readonly editions = new RecentAnswers<SourceEditions[]>({ answers: 1 });
  private readonly coverages = new RecentAnswers<Coverage>({ answers: MOST_REMEMBERED });
  private readonly addressLists = new RecentAnswers<AddressList>({ answers: MOST_REMEMBERED });
  private readonly rankings = new RecentAnswers<HubRanking>({ answers: MOST_REMEMBERED });
  private readonly officeCellLists = new RecentAnswers<OfficeCells>({ answers: MOST_REMEMBERED });
  private readonly officeDistances = new RecentAnswers<OfficeDistances>({
    answers: MOST_REMEMBERED,
  });

  constructor(
    private readonly database: Database,
    private readonly points: PointsService,
    private readonly selections: SelectionsService,
  ) {}

  coverage(query: CoverageQuery): Promise<Coverage> {
    return this.coverages.get(this.keyOf(query), async () =>
      describeCoverage(this.points.store, await this.sourceEditions(), await this.resolve(query)),
    );
  }

  /** @param most addresses */
  addresses(query: CoverageQuery, most: number): Promise<AddressList> {
    return this.addressLists.get(`${most} ${this.keyOf(query)}`, async () =>
      listAddresses(this.sources, await this.resolve(query), most),
    );
  }

  hubRanking(query: HubRankingQuery): Promise<HubRanking> {
    return this.rankings.get(this.keyOf(query), async () =>
      rankHubs(this.sources, await this.resolve(query)),
    );
  }

  offices(query: CoverageQuery): Promise<OfficeDistances> {
    return this.officeDistances.get(this.keyOf(query), async () =>
      describeOffices(this.points.store, await this.resolve(query)),
    );
  }

  officeCells(query: OfficeCellQuery): Promise<OfficeCells> {
    return this.officeCellLists.get(this.keyOf(query), async () =>
      listOfficeCells(this.sources, await this.resolve(query)),
    );
  }

  private get sources() {
    return { database: this.database.source, store: this.points.store };
  }

  private sourceEditions(): Promise<SourceEditions[]> {
    return this.editions.get(this.points.version, () => readSourceEditions(this.database.source));
  }

  private async resolve<Query extends CoverageQuery>(query: Query) {
    return { query, selection: await this.selections.resolve(query) };
  }

  private keyOf(query: CoverageQuery): string {
    return JSON.stringify([this.selections.stateOf(query), { ...query, date: undefined }]);
  }
}
