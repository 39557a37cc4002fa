import { expect, test } from 'vitest';
import { issueFinding } from './issue.ts';

test('an issue outside the usual variation → above or below; within it → neither', () => {
	const stand = (factor: number, within: boolean) => [{ of: 'clickers', factor, within }];
	expect(issueFinding(stand(1.1, true))?.key).toBe('finding.issue.within');
	expect(issueFinding(stand(1.6, false))).toEqual({
		key: 'finding.issue.above',
		values: { factor: { lift: 1.6 } }
	});
	expect(issueFinding(stand(0.5, false))?.key).toBe('finding.issue.below');
	expect(issueFinding([])).toBeNull();
});
