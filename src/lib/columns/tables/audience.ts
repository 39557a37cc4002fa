import type { AudienceFigures } from '../../server/figures/audience/audience.ts';
import { tableSource } from '../source.ts';
import { cohortCells, cohortTable } from './cohorts.ts';
import {
	companyTable,
	countryTable,
	deviceTable,
	leavingTable,
	sendTimeTable,
	topicLeavingTable
} from './audience-issues.ts';
import {
	arrivalChannelTable,
	arrivalChannels,
	curvePoints,
	curveTable,
	engagedTable,
	monthTable,
	tenureTable,
	tierTable
} from './audience-readers.ts';

const from = tableSource<AudienceFigures>();

/** The tables of the audience page, by name, each with its rows. */
export const audienceTables = {
	months: from(monthTable, ({ months }) => months),
	engaged: from(engagedTable, ({ engaged }) => engaged),
	channels: from(arrivalChannelTable, arrivalChannels),
	tiers: from(tierTable, ({ tiers }) => tiers),
	cohorts: from(cohortTable, cohortCells),
	curves: from(curveTable, curvePoints),
	tenure: from(tenureTable, ({ tenure }) => tenure),
	companies: from(companyTable, ({ companies }) => companies.largest),
	issues: from(leavingTable, ({ issues }) => issues),
	topics: from(topicLeavingTable, ({ topics }) => topics),
	times: from(sendTimeTable, ({ times }) => times),
	devices: from(deviceTable, ({ devices }) => devices),
	countries: from(countryTable, ({ countries }) => countries)
};

export type AudienceTable = keyof typeof audienceTables;
