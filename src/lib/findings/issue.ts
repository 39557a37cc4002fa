import { statement, type Statement } from './statement.ts';

type Stand = { of: string; factor: number; within: boolean };

/**
 * How an issue did against the publication's own usual: within the usual variation, or above or
 * below it. Null where there is too little to compare with.
 */
export function issueFinding(stands: readonly Stand[]): Statement | null {
	const clickers = stands.find(({ of }) => of === 'clickers');
	if (!clickers) return null;
	if (clickers.within) return statement('finding.issue.within', {});

	const { factor } = clickers;
	return statement(`finding.issue.${factor > 1 ? 'above' : 'below'}`, { factor: { lift: factor } });
}
