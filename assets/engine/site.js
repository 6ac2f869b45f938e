/* Addresses of the site: relative to this module, so that they are right in workers and under any prefix. */

/** The absolute address of a path of the site. This module and the bundle's chunks lie two folders deep.
    @param {string} path relative to the page */
export const siteUrl = (path) => new URL(`../../${path}`, import.meta.url).href;
