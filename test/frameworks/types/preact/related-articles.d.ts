import 'related-articles/types/preact';
