/** The municipalities of src/rates/municipal_tax.csv, put in by vite.config.ts. */
declare const __MUNICIPALITIES__: string[];
/** The library as LZMA in base64 where the script carries it itself; else empty. */
declare const __WASM__: string;
/** What unpacks it (unpack/lzma.cpp), in base64. */
declare const __UNPACK__: string;
