/*
 * Copyright (c) 2026 The OpenDaylight ALTO project and others.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.opendaylight.alto.northbound.jaxrs;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.HttpHeaders;
import org.opendaylight.alto.core.service.EndpointCostService;
import org.opendaylight.alto.northbound.catalog.EndpointCostTypes;
import org.opendaylight.alto.northbound.catalog.ResourceCatalog;
import org.opendaylight.alto.northbound.catalog.ResourcePool;
import org.opendaylight.alto.northbound.json.MediaTypes;

/**
 * Tells a client that its copy of a map or of the directory is still that of the server (304), without JAX-RS, which
 * takes several times as long. Its answers are those of JAX-RS; where there is any doubt it gives none, and JAX-RS
 * has to. May be used from any thread.
 */
public final class UnchangedShortcut {
    private static final String NETWORK_MAPS = ResourceCatalog.CONTEXT_PATH + ResourceCatalog.NETWORK_MAP_PATH;
    private static final String COST_MAPS = ResourceCatalog.CONTEXT_PATH + ResourceCatalog.COST_MAP_PATH;
    // an element of If-None-Match; none that has an escape
    private static final Pattern TAG =
        Pattern.compile("\\G[ \\t]*+(?:W/)?+\"([!#-\\[\\]-~]*+)\"[ \\t]*+(?:,(?!$)|$)");
    // an element of Accept; none that has parameters
    private static final Pattern RANGE = Pattern.compile("\\G[ \\t]*+(\\*/\\*|[!#$%&'+.^_`|~0-9A-Za-z-]++/"
        + "(?:\\*|[!#$%&'+.^_`|~0-9A-Za-z-]++))[ \\t]*+(?:,(?!$)|$)");

    private final ResourcePool pool;
    private final Supplier<Optional<EndpointCostService>> endpointCosts;

    /** What a client may have a copy of, at this moment. */
    private record Version(String mediaType, String tag) {
        boolean isIn(final String range) {
            return range.equals("*/*") || range.equalsIgnoreCase("application/*") || range.equalsIgnoreCase(mediaType);
        }
    }

    /**
     * Makes the shortcut.
     *
     * @param pool what the server publishes
     * @param endpointCosts the endpoint cost service of the moment, if there is one
     */
    public UnchangedShortcut(final ResourcePool pool, final Supplier<Optional<EndpointCostService>> endpointCosts) {
        this.pool = requireNonNull(pool);
        this.endpointCosts = requireNonNull(endpointCosts);
    }

    /**
     * Answers a request, if the client's copy is that of the server for sure.
     *
     * @param request a request that may be answered
     * @param response its answer
     * @return false if nothing was done
     */
    public boolean answer(final HttpServletRequest request, final HttpServletResponse response) {
        final var copies = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (copies == null || !isPlain(request)) {
            return false;
        }
        final var accepted = request.getHeader(HttpHeaders.ACCEPT);
        final var codings = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (isRepeated(request, HttpHeaders.IF_NONE_MATCH)
                || accepted != null && isRepeated(request, HttpHeaders.ACCEPT)
                || codings != null && isRepeated(request, HttpHeaders.ACCEPT_ENCODING)) {
            return false;
        }
        final var known = version(request.getRequestURI());
        if (known.isEmpty()) {
            return false;
        }
        final var version = known.orElseThrow();
        if (!isIn(copies, version.tag) || accepted != null && !hasElement(RANGE, accepted, version::isIn)) {
            return false;
        }
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        // that of the compressed form is weak, as for a whole answer
        response.setHeader(HttpHeaders.ETAG,
            Codings.prefersGzip(codings) ? "W/\"" + version.tag + '"' : '"' + version.tag + '"');
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return true;
    }

    /** Tells whether nothing but the path and the headers that are looked at further can make a difference. */
    private static boolean isPlain(final HttpServletRequest request) {
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
            && request.getQueryString() == null && request.getHeader(HttpHeaders.IF_MATCH) == null
            && request.getHeader(HttpHeaders.CONTENT_TYPE) == null;
    }

    private static boolean isRepeated(final HttpServletRequest request, final String header) {
        final var values = request.getHeaders(header);
        values.nextElement();
        return values.hasMoreElements();
    }

    /** Finds a resource by the very path that is in the directory. */
    private Optional<Version> version(final String path) {
        final var catalog = pool.catalog();
        if (path.startsWith(COST_MAPS)) {
            return catalog.costMap(path.substring(COST_MAPS.length()))
                .map(map -> new Version(MediaTypes.COST_MAP, map.vtag().tag()));
        }
        if (path.startsWith(NETWORK_MAPS)) {
            return catalog.networkMap(path.substring(NETWORK_MAPS.length()))
                .map(map -> new Version(MediaTypes.NETWORK_MAP, map.vtag().tag()));
        }
        return path.equals(ResourceCatalog.CONTEXT_PATH) ? Optional.of(new Version(MediaTypes.DIRECTORY,
            catalog.directory(EndpointCostTypes.of(endpointCosts.get())).contentTag())) : Optional.empty();
    }

    private static boolean isIn(final String copies, final String tag) {
        // most often there is one
        return copies.length() == tag.length() + 2 && copies.charAt(0) == '"' && copies.startsWith(tag, 1)
            && copies.charAt(copies.length() - 1) == '"' || hasElement(TAG, copies, tag::equals);
    }

    /** Tells whether a header is a list of such elements only, and has one that is wanted. */
    private static boolean hasElement(final Pattern element, final String header, final Predicate<String> wanted) {
        final var matcher = element.matcher(header);
        boolean found = false;
        while (matcher.find()) {
            found |= wanted.test(matcher.group(1));
            if (matcher.end() == header.length()) {
                return found;
            }
        }
        return false;
    }
}
