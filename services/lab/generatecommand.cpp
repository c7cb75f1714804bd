// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "generatecommand.h"

#include "arguments.h"
#include "inputs.h"

#include <model/generation/randomsystem.h>
#include <model/result/result.h>
#include <model/system/systemwriter.h>

#include <QSaveFile>

namespace services::lab {

using namespace Qt::StringLiterals;
using model::generation::fewestCapabilities;
using model::generation::mostCapabilities;
using model::generation::SystemSize;
using model::result::Error;
using model::result::Kind;

namespace {

Error wrongSize(const QString &text)
{
    return {
        Kind::InvalidInput,
        u"\"%1\" is not a size. Write a number from %2 to %3, or two with dots between (5..40)."_s.arg(text)
            .arg(fewestCapabilities)
            .arg(mostCapabilities),
        u"--capabilities"_s};
}

model::result::Result<SystemSize> sizeOf(const QString &text)
{
    const QStringList ends = text.split(u".."_s);
    bool isFirst = false;
    bool isLast = false;
    const SystemSize size{ends.first().toInt(&isFirst), ends.last().toInt(&isLast)};
    if (ends.size() > 2 || !isFirst || !isLast || size.fewest < fewestCapabilities
        || size.most > mostCapabilities || size.fewest > size.most)
        return model::result::failure(wrongSize(text));
    return size;
}

// So that a small machine can carry as many shoppers as the workers can.
void slowDown(model::system::System &system, int times)
{
    for (auto &capability : system.capabilities) {
        for (auto &endpoint : capability.endpoints)
            endpoint.serviceTime *= times;
        for (auto &consumption : capability.consumes)
            consumption.serviceTime *= times;
    }
}

bool save(const QByteArray &text, const QString &path)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return true;
    say(u"%1 cannot be written: %2. Choose a place where you may write."_s.arg(path, file.errorString()));
    return false;
}

} // namespace

ExitCode generate(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Writes the file of some system: capabilities which call each other, "
                                     u"teams, topics and journeys, drawn "
                                     u"by lot. The same seed gives the same system on every machine."_s);
    parser.addOption({u"seed"_s, u"Which system. Without it: 1."_s, u"N"_s});
    parser.addOption({u"capabilities"_s,
                      u"How many capabilities it has: a number, or a range in which one is drawn."_s,
                      u"N..M"_s, u"5..40"_s});
    parser.addOption(
        {u"slower"_s,
         u"Declares so many times the work (1 to 100), so that a small machine can carry as much "
         u"load as the system: for capacity."_s,
         u"N"_s, u"1"_s});
    parser.addOption({u"output"_s, u"The file to write. Without it: to the standard output."_s, u"FILE"_s});
    if (const auto end = parse(parser, arguments, 0))
        return *end;
    const auto seed = Inputs::seed(parser);
    if (!seed) {
        say(seed.error());
        return ExitCode::BadInput;
    }
    const auto size = sizeOf(parser.value(u"capabilities"_s));
    if (!size) {
        say(size.error());
        return ExitCode::BadInput;
    }
    const auto slower = Inputs::integer(parser, u"slower"_s, 1, {1, 100});
    if (!slower) {
        say(slower.error());
        return ExitCode::BadInput;
    }
    auto system = model::generation::randomSystem(seed->value_or(1), *size);
    slowDown(system, *slower);
    const auto text = model::system::toJson(system);
    const bool isWritten
        = parser.isSet(u"output"_s) ? save(text, parser.value(u"output"_s)) : writeData(text);
    return isWritten ? ExitCode::Well : ExitCode::BadInput;
}

} // namespace services::lab
