import { statement, type Statement } from './statement.ts';

type Events = { all: number; human: number };

/**
 * The sentence at the head of the verdicts: how much of all clicks was filtered; without clicks, of all
 * opens.
 */
export function verdictFinding({ all, human }: Events, opens: Events): Statement {
	if (all === 0) return opensFinding(opens);
	if (human === all) return statement('finding.verdicts.allHuman', {});

	const share = shareAside({ all, human });
	if (share < 0.01) return statement('finding.verdicts.few', {});
	return statement('finding.verdicts.setAside', { share: { share } });
}

/** At most 99.9 % as long as one event counts, since it is shown to a tenth of a per cent. */
function shareAside({ all, human }: Events): number {
	return Math.min((all - human) / all, human > 0 ? 0.999 : 1);
}

function opensFinding({ all, human }: Events): Statement {
	if (all === 0) return statement('finding.verdicts.none', {});
	const share = shareAside({ all, human });
	if (share < 0.01) return statement('finding.verdicts.fewOpens', {});
	return statement('finding.verdicts.opensAside', { share: { share } });
}
