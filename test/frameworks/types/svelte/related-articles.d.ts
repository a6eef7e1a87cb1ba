import 'related-articles/types/svelte';
