import { expect, test } from 'vitest';
import { verdictFinding } from './verdicts.ts';

const none = { all: 0, human: 0 };

test('clicks set aside → their share, never rounded to nothing', () => {
	expect(verdictFinding({ all: 200, human: 138 }, none)).toEqual({
		key: 'finding.verdicts.setAside',
		values: { share: { share: 0.31 } }
	});
	expect(verdictFinding({ all: 1000, human: 999 }, none).key).toBe('finding.verdicts.few');
	// nor to all, where some count
	expect(verdictFinding({ all: 100_000, human: 1 }, none).values).toEqual({
		share: { share: 0.999 }
	});
	expect(verdictFinding({ all: 1000, human: 0 }, none).values).toEqual({ share: { share: 1 } });
	expect(verdictFinding(none, { all: 1000, human: 10 }).values).toEqual({ share: { share: 0.99 } });
	expect(verdictFinding({ all: 5, human: 5 }, none).key).toBe('finding.verdicts.allHuman');
	expect(verdictFinding({ all: 0, human: 0 }, none).key).toBe('finding.verdicts.none');
});

test('opens without any click → what was set aside of them, never that nothing was checked', () => {
	expect(verdictFinding(none, { all: 1000, human: 316 })).toEqual({
		key: 'finding.verdicts.opensAside',
		values: { share: { share: 0.684 } }
	});
	expect(verdictFinding(none, { all: 9, human: 9 }).key).toBe('finding.verdicts.fewOpens');
});
