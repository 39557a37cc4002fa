import { clearSide, type CertaintyInput } from './certainty.ts';
import { statement, type Statement } from './statement.ts';

/** How many tests of versions have one that is clearly ahead of the others. */
export function versionsFinding(
	versions: readonly (CertaintyInput & { issueId: number })[]
): Statement {
	const tests = new Set(versions.map(({ issueId }) => issueId)).size;
	const ahead = versions.filter((version) => clearSide(version) === 'above');
	const clear = new Set(ahead.map(({ issueId }) => issueId)).size;
	if (clear === 0) return statement('finding.versions.none', { n: { n: tests } });
	if (tests === 1) return statement('finding.versions.one', {});
	return statement('finding.versions.some', { clear: { count: clear }, n: { count: tests } });
}
