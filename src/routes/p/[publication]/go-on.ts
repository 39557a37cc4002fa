import { redirect } from '@sveltejs/kit';
import { carried } from '#lib/filters/address.ts';
import { pathTo } from '#lib/path-to.ts';

type Asked = { params: { publication: string }; url: URL };

/** Leads from a form to another page of the publication, narrowed as the page of the form is. */
export function goOn({ params, url }: Asked, path: string): never {
	const slug = encodeURIComponent(params.publication);
	redirect(303, pathTo(`/p/${slug}${path}${carried(url.searchParams)}`));
}
