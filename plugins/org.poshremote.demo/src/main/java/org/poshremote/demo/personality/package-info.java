/** What kind of machine the demo node is, as data: resources {@code org/poshremote/demo/personalities/<name>.json}. */
package org.poshremote.demo.personality;
