import { expect, test } from 'vitest';
import { verdictFinding } from './verdicts.ts';

test('clicks set aside → their share, never rounded to nothing', () => {
	expect(verdictFinding({ all: 200, human: 138 })).toEqual({
		key: 'finding.verdicts.setAside',
		values: { share: { n: 31 } }
	});
	expect(verdictFinding({ all: 1000, human: 999 }).key).toBe('finding.verdicts.few');
	expect(verdictFinding({ all: 5, human: 5 }).key).toBe('finding.verdicts.allHuman');
	expect(verdictFinding({ all: 0, human: 0 }).key).toBe('finding.verdicts.none');
});
