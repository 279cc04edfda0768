// Package pdf reads PDF files object by object, and only the objects it is asked for.
//
// Call Open with a file, then Catalog and Resolve to walk from one object to the next, NameTree and EachPage for the two trees that every
// file has. Opening costs a few reads at both ends of the file, whatever its size: a classic cross-reference table is looked up where it
// stands, a cross-reference stream stays the bytes it decodes to, and a stream's data is read when Decode is called.
//
// Files are read as producers write them: bytes before the header and behind the end, a wrong Length, hybrid and linearized files, any
// number of updates. When the cross-reference does not lead to the objects it names, the file is searched for them once. Files encrypted
// with an empty user password are decrypted on the way; pdfcpu works out the key.
//
// What is wrong with a file is an *Error with a message in English and in French. Everything is bounded by Limits, so that a hostile file
// ends in an error and not in all of the memory.
package pdf
