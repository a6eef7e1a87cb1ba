import 'related-articles/types/react';
