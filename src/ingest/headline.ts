// Headlines of saved articles are read as those of pages are.
export { headlineAttribution } from '../article/attribution.ts';
