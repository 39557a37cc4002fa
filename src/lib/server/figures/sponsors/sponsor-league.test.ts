import { expect, test } from 'vitest';
import { leagueBySponsor } from './sponsor-league.ts';
import type { SponsorRow } from './sponsors.ts';

const placement = (clickers: number | null, why: SponsorRow['why']) =>
	({ sponsor: 'Acme', fee: null, lift: null, clickers, clicks: clickers, why }) as SponsorRow;

test.each([
	['the latest', [placement(null, 'noClicks'), placement(12, 'fewIssues')], 'fewIssues'],
	['the first', [placement(12, 'fewIssues'), placement(null, 'noClicks')], 'fewIssues'],
	['every', [placement(null, 'noClicks')], 'noClicks']
])(
	'a sponsor without a lift whose clicks of %s placement are unknown → why of those that are known, if any',
	(_, rows, why) => {
		const [sponsor] = leagueBySponsor(rows, { together: () => null }, 'EUR');
		expect(sponsor).toMatchObject({ lift: null, why });
	}
);
