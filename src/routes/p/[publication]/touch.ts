import type { Page } from '@sveltejs/kit';
import type { Attachment } from 'svelte/attachments';
import { goto } from '$app/navigation';
import { changed } from '#lib/filters/address.ts';
import type { Narrowed } from '#lib/filters/filters.ts';
import { heldBy } from '#lib/filters/narrowing.ts';
import { pathTo } from '#lib/path-to.ts';
import { figuresOn } from './address.ts';
import { m } from '#lib/messages/compiled/messages.js';

/** What a page narrows to when its topics, sections and authors are touched. */
export type Touched = {
	/** the publication's path in the browser, `/p/letter` */
	base: string;
	params: URLSearchParams;
	/** what the page shows; null where nothing on it is narrowed */
	figures: readonly Narrowed[] | null;
};

/**
 * What a page narrows to; the page of one topic, section, author or issue is narrowed by itself.
 *
 * @param filtered whether the page has filters
 */
export function touchedOn(
	{ url, params, route }: Pick<Page, 'url' | 'params' | 'route'>,
	filtered: boolean
): Touched {
	const isOfOne = Object.keys(params).length > 1;
	return {
		base: pathTo(`/p/${params.publication}`),
		params: url.searchParams,
		figures: filtered && !isOfOne ? figuresOn(route.id) : null
	};
}

type Named = { name: 'topic' | 'section' | 'author'; value: string };

/**
 * What a link to the page of a topic, section or author is a link to; null for any other.
 *
 * @example namedBy('/p/letter/topics/3', '/p/letter') // => { name: 'topic', value: '3' }
 */
export function namedBy(pathname: string, base: string): Named | null {
	if (!pathname.startsWith(`${base}/`)) return null;
	const [, kind, value] = /^\/(topics|sections|authors)\/([^/]+)$/.exec(
		pathname.slice(base.length)
	) ?? [null, '', ''];
	if (kind === 'authors') return { name: 'author', value: decodeURIComponent(value!) };
	if (!/^\d+$/.test(value!)) return null;
	return { name: kind === 'topics' ? 'topic' : 'section', value: value! };
}

/**
 * The address of the page narrowed to what a link names, added to what it is narrowed to already. Null
 * where the page cannot be narrowed so, or is: the link then leads where it says.
 */
export function narrowedBy(
	pathname: string,
	{ base, params, figures }: Touched
): { href: string; by: Named } | null {
	const by = namedBy(pathname, base);
	if (!by || !figures || heldBy(by.name, figures).length === 0) return null;
	const set = params.getAll(by.name);
	if (set.includes(by.value)) return null;
	return { href: changed(params, { [by.name]: [...set, by.value] }), by };
}

/**
 * One rule for all names of topics, sections and authors of a page that can be narrowed to them: a click
 * narrows the page in place, and Ctrl or ⌘ opens theirs, as does a click on what it is narrowed to.
 */
export function touching(page: () => Touched): Attachment<HTMLElement> {
	return (element) => {
		const linkOf = ({ target }: Event) =>
			(target as Element).closest?.<HTMLAnchorElement>('a[href]');

		function click(event: MouseEvent) {
			const link = linkOf(event);
			// keys that open rows click by themselves; points of charts have a link clicked for them
			const isMeant = event.isTrusted || link?.dataset.point !== undefined;
			if (!isMeant || event.defaultPrevented || event.button !== 0) return;
			if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
			const narrowed = link && narrowedBy(link.pathname, page());
			if (!narrowed) return;
			event.preventDefault();
			void goto(narrowed.href, { noScroll: true, keepFocus: true });
		}

		function announce(event: Event) {
			const link = linkOf(event);
			if (!link || (link.title && !link.dataset.touch)) return;
			const isNarrowing = narrowedBy(link.pathname, page()) !== null;
			if (!isNarrowing && !link.dataset.touch) return;
			link.dataset.touch = 'yes';
			link.title = isNarrowing ? m['touch.title']({ name: link.textContent.trim() }) : '';
		}

		element.addEventListener('click', click);
		element.addEventListener('pointerover', announce);
		element.addEventListener('focusin', announce);
		return () => {
			element.removeEventListener('click', click);
			element.removeEventListener('pointerover', announce);
			element.removeEventListener('focusin', announce);
		};
	};
}
