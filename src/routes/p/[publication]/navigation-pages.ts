import Activity from '@lucide/svelte/icons/activity';
import Bell from '@lucide/svelte/icons/bell';
import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import EyeOff from '@lucide/svelte/icons/eye-off';
import Flag from '@lucide/svelte/icons/flag';
import FileText from '@lucide/svelte/icons/file-text';
import Send from '@lucide/svelte/icons/send';
import FolderInput from '@lucide/svelte/icons/folder-input';
import Handshake from '@lucide/svelte/icons/handshake';
import LayoutDashboard from '@lucide/svelte/icons/layout-dashboard';
import ListChecks from '@lucide/svelte/icons/list-checks';
import ListOrdered from '@lucide/svelte/icons/list-ordered';
import Megaphone from '@lucide/svelte/icons/megaphone';
import Newspaper from '@lucide/svelte/icons/newspaper';
import NotebookPen from '@lucide/svelte/icons/notebook-pen';
import PenLine from '@lucide/svelte/icons/pen-line';
import Rows3 from '@lucide/svelte/icons/rows-3';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Signature from '@lucide/svelte/icons/signature';
import Settings from '@lucide/svelte/icons/settings';
import Tags from '@lucide/svelte/icons/tags';
import Users from '@lucide/svelte/icons/users';
import Wallet from '@lucide/svelte/icons/wallet';
import { m } from '#lib/messages/compiled/messages.js';
import type { Action } from '#lib/permissions.ts';
import { mayOpen } from './may-open.ts';

/**
 * The pages of a publication as the navigation groups them.
 *
 * @param latest number of the latest issue
 * @param authors how many people are known to write for it: one alone is not compared
 */
export function pageGroups(latest: number | null, authors: number) {
	return [
		{
			name: m['nav.read'](),
			pages: [
				{ path: '', name: m['nav.overview'](), icon: LayoutDashboard, note: '' },
				{ path: '/topics', name: m['nav.topics'](), icon: Tags, note: '' },
				{ path: '/items', name: m['nav.items'](), icon: ListOrdered, note: '' },
				{ path: '/sections', name: m['nav.sections'](), icon: Rows3, note: '' },
				...(authors > 1
					? [{ path: '/authors', name: m['nav.authors'](), icon: Signature, note: '' }]
					: []),
				{ path: '/issues', name: m['nav.issues'](), icon: Newspaper, note: String(latest ?? '') },
				{ path: '/next', name: m['nav.next'](), icon: CalendarClock, note: '' },
				{ path: '/drafts', name: m['nav.drafts'](), icon: NotebookPen, note: '' }
			]
		},
		{
			name: m['nav.readers'](),
			pages: [{ path: '/audience', name: m['nav.audience'](), icon: Users, note: '' }]
		},
		{
			name: m['nav.value'](),
			pages: [
				{ path: '/channels', name: m['nav.channels'](), icon: Megaphone, note: '' },
				{ path: '/sponsors', name: m['nav.sponsors'](), icon: Handshake, note: '' },
				{ path: '/editorial', name: m['nav.editorial'](), icon: PenLine, note: '' },
				{ path: '/ledger', name: m['nav.ledger'](), icon: Wallet, note: '' }
			]
		},
		{
			name: m['nav.data'](),
			pages: [
				{ path: '/imports', name: m['nav.imports'](), icon: FolderInput, note: '' },
				{ path: '/activity', name: m['nav.activity'](), icon: Activity, note: '' },
				{ path: '/annotations', name: m['nav.annotations'](), icon: Flag, note: '' },
				{ path: '/alerts', name: m['nav.alerts'](), icon: Bell, note: '' },
				{ path: '/rules', name: m['rules'](), icon: ListChecks, note: '' },
				{ path: '/verdicts', name: m['nav.verdicts'](), icon: ShieldCheck, note: '' },
				{ path: '/reports', name: m['nav.reports'](), icon: FileText, note: '' },
				{ path: '/shares', name: m['shares.nav'](), icon: Send, note: '' },
				{ path: '/privacy', name: m['nav.privacy'](), icon: EyeOff, note: '' },
				{ path: '/settings', name: m['nav.publication'](), icon: Settings, note: '' }
			]
		}
	];
}

type Groups = ReturnType<typeof pageGroups>;

/** The pages that somebody who may do these things may open. */
export function openPages(may: readonly Action[], groups: Groups): Groups {
	return groups.map(({ name, pages }) => ({
		name,
		pages: pages.filter(({ path }) => mayOpen(may, path))
	}));
}
