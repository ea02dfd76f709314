package org.poshremote.language.rules;

/** How bad a problem is, worst first. */
public enum Severity {
    ERROR, WARNING, INFORMATION
}
