package org.poshremote.architecture;

import java.util.Map;
import java.util.Set;

/**
 * What one bundle says about those it needs.
 *
 * @param name the symbolic name, equal to the folder's name
 * @param mavenDependencies artifact ids of its pom outside the test scope
 * @param requiredBundles of the manifest
 * @param importedPackages of the manifest
 * @param references class name in the bundle to the packages that its class file names
 */
record Bundle(String name, Set<String> mavenDependencies, Set<String> requiredBundles, Set<String> importedPackages,
        Map<String, Set<String>> references) {
}
