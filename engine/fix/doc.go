// Package fix writes changes of settings into texts. It stands between the
// engine, which decides what to change, and the editors beside the loaders,
// which know how a format writes it.
//
// An editor proposes edits; they are taken when reading the edited text again
// shows the change that was asked for and no other: every other setting of
// every job in the text is what it was, and so are the applications, their
// options and what the loader noticed. That check is what makes a fix safe to
// offer, whatever an editor overlooks.
package fix
