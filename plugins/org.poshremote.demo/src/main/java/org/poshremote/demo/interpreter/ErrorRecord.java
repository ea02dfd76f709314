package org.poshremote.demo.interpreter;

/**
 * An error as PowerShell keeps it.
 *
 * @param message  of the exception
 * @param id       FullyQualifiedErrorId
 * @param category such as "ObjectNotFound"
 * @param target   of the category, may be empty
 * @param activity the command's name in brackets, may be empty
 * @param type     the exception's type name without namespace
 * @param position "At line:1 char:1" and the line with its underline
 */
record ErrorRecord(String message, String id, String category, String target, String activity, String type, String position) {
    /** As the host writes it to standard error. */
    String text() {
        return message + "\r\n" + (position.isEmpty() ? "" : position + "\r\n")
            + "    + CategoryInfo          : " + category + ": (" + (target.isEmpty() ? ":" : target) + ") [" + activity + "], " + type + "\r\n"
            + "    + FullyQualifiedErrorId : " + id + "\r\n \r\n";
    }

    ErrorRecord at(String where) {
        return position.isEmpty() ? new ErrorRecord(message, id, category, target, activity, type, where) : this;
    }

    @Override
    public String toString() {
        return message;
    }
}
