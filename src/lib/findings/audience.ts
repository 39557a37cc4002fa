import type { Statement } from './statement.ts';

type Audience = {
	there: number;
	/** null without any click */
	engaged: number | null;
	/** joined less left in the period, or in its last year; null where those who left are not known */
	net: number | null;
	/** the period is longer than a year, and `net` is of its last one */
	year: boolean;
};

/**
 * The sentence that the audience opens with: how many readers there are, which share of them is
 * engaged, and whether more joined than left. All of it is counted, nothing estimated.
 */
export function audienceFinding({ there, engaged, net, year }: Audience): Statement {
	if (there === 0) return { key: 'finding.audience.none', values: {} };
	const readers = { there: { count: there }, count: { n: there } };
	if (engaged === null) return { key: 'finding.audience.noClicks', values: readers };

	const values = { ...readers, share: { share: engaged / there } };
	if (net === null) return { key: 'finding.audience.survivors', values };
	if (net === 0) return { key: 'finding.audience.even', values };
	return {
		key: `finding.audience.${net > 0 ? 'more' : 'fewer'}${year ? 'InYear' : ''}`,
		values: { ...values, n: { n: Math.abs(net) }, number: { count: Math.abs(net) } }
	};
}

/** The same as a report says it: a sentence among others. */
export function audienceStatements({ key, values }: Statement): Statement[] {
	return [{ key: key.replace('finding.', 'report.says.'), values }];
}
