import { m } from '#lib/messages/compiled/messages.js';
import type { DossierRow } from '../../server/figures/audience/dossier.ts';
import { declare } from '../declare.ts';

/** Everything that is stored of one reader, a thing a row. */
export const dossierTable = declare<DossierRow>()({
	name: 'reader-data',
	columns: [
		{ key: 'what', head: m['dossier.what'] },
		{ key: 'at', head: m['dossier.at'], kind: 'instant' },
		{ key: 'send', head: m['dossier.send'] },
		{ key: 'details', head: m['dossier.details'] }
	],
	views: {}
});
