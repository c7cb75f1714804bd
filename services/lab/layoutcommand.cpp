// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layoutcommand.h"

#include "arguments.h"
#include "inputs.h"

#include <model/layout/dotwriter.h>
#include <model/layout/fittedsizes.h>
#include <model/layout/gridlayouter.h>
#include <model/layout/svgwriter.h>
#include <model/packaging/presets.h>

namespace services::lab {

using namespace Qt::StringLiterals;
using model::packaging::Packaging;
using model::system::System;

namespace {

ExitCode writeSvg(const System &system, const Packaging &packaging)
{
    model::layout::LayoutRequest request;
    request.system = system;
    request.packaging = packaging;
    request.sizes = model::layout::fittedSizes(system, packaging);
    const auto layout = model::layout::GridLayouter().layOut(request);
    if (!layout) {
        say(layout.error());
        return ExitCode::BadInput;
    }
    return writeData(model::layout::writeSvg(request, *layout)) ? ExitCode::Well : ExitCode::BadInput;
}

} // namespace

ExitCode layOut(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Draws a system under a packaging, to the standard output."_s);
    parser.addOption({u"format"_s, u"svg: a picture; dot: for Graphviz and other tools. Without it: svg."_s,
                      u"svg|dot"_s, u"svg"_s});
    Inputs::addSystem(parser);
    Inputs::addPackaging(parser, u"Without it: microservices."_s);
    if (const auto end = parse(parser, arguments, 0))
        return *end;
    const QString format = parser.value(u"format"_s);
    if (format != u"svg" && format != u"dot") {
        say(u"--format: \"%1\" is not known. Write svg or dot."_s.arg(format));
        return ExitCode::BadInput;
    }
    const auto system = Inputs::system(parser);
    if (!system) {
        say(system.error());
        return ExitCode::BadInput;
    }
    const auto packagings = Inputs::packagings(parser, *system);
    if (!packagings) {
        say(packagings.error());
        return ExitCode::BadInput;
    }
    if (packagings->size() > 1) {
        say(u"--packaging: One picture shows one packaging. Name one of them."_s);
        return ExitCode::BadInput;
    }
    const auto packaging
        = packagings->empty() ? model::packaging::microservices(*system) : packagings->front();
    if (format == u"svg")
        return writeSvg(*system, packaging);
    return writeData(model::layout::writeDot(*system, packaging)) ? ExitCode::Well : ExitCode::BadInput;
}

} // namespace services::lab
