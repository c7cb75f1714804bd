// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console.h"

#include <cstdio>

namespace services::lab {

using namespace Qt::StringLiterals;
using model::result::Error;

bool writeData(const QByteArray &data)
{
    const auto size = static_cast<std::size_t>(data.size());
    if (std::fwrite(data.constData(), 1, size, stdout) == size && std::fflush(stdout) == 0)
        return true;
    say(u"The result could not be written to the standard output. Is the disk full, or the reader gone?"_s);
    return false;
}

void say(const QString &words)
{
    const auto line = (words + u'\n').toLocal8Bit();
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

void say(const Error &error)
{
    say(error.subject.isEmpty() ? error.message : u"%1: %2"_s.arg(error.subject, error.message));
}

void say(const model::result::Errors &errors)
{
    for (const auto &error : errors)
        say(error);
}

} // namespace services::lab
