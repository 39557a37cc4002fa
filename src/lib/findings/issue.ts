import type { Finding } from './overview.ts';

type Stand = { of: string; factor: number; within: boolean };

/**
 * How an issue did against the publication's own usual: within the usual variation, or above or
 * below it. Null where there is too little to compare with.
 */
export function issueFinding(stands: readonly Stand[]): Finding | null {
	const clickers = stands.find(({ of }) => of === 'clickers');
	if (!clickers) return null;
	if (clickers.within) return { key: 'finding.issue.within', parameters: {} };

	const { factor } = clickers;
	return { key: `finding.issue.${factor > 1 ? 'above' : 'below'}`, parameters: { factor } };
}
