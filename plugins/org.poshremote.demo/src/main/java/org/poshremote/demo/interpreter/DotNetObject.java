package org.poshremote.demo.interpreter;

import java.util.List;

/** An object of the .NET types that the demo node knows. */
interface DotNetObject {
    String typeName();

    /** @return {@link #NONE} where it has no such property */
    Object property(String lowerName);

    /** @return {@link #NONE} where it has no such method with so many arguments */
    Object call(String lowerName, List<Object> arguments);

    /** There is no such member. */
    Object NONE = new Object();
}
