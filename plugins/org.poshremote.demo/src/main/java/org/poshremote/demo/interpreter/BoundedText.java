package org.poshremote.demo.interpreter;

/** A text that a regular expression may look at only so often: a pattern that never ends its search is stopped. */
final class BoundedText implements CharSequence {
    private static final long MOST_LOOKS = 20_000_000;
    private final CharSequence text;
    private final long[] looks;

    BoundedText(CharSequence text) {
        this(text, new long[1]);
    }

    private BoundedText(CharSequence text, long[] looks) {
        this.text = text;
        this.looks = looks;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++looks[0] > MOST_LOOKS) {
            throw PsError.runtime("The regular expression took too long on this text.", "RegexMatchTimeout", "OperationTimeout", "RegexMatchTimeoutException");
        }
        if ((looks[0] & 0xFFFF) == 0 && Thread.currentThread().isInterrupted()) {
            throw new Leave.Interrupted();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.subSequence(start, end), looks);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
