import 'related-articles/types/vue';
