import 'related-articles/types/solid';
