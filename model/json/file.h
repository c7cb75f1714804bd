// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "objectreader.h"

#include <model/result/checked.h>
#include <model/result/result.h>

#include <concepts>

namespace model::json {

// What kind of file is expected.
struct Format
{
    QString name; // "system", as people call it
    int version = 1; // the "formatVersion" that this program reads
    qint64 maximumBytes = 8 * 1024 * 1024;
};

// The bytes of a regular file. Directories, devices, pipes and files over the limit are refused at once,
// unread.
result::Result<QByteArray> readBytes(const QString &path, qint64 maximumBytes);

// Parses the text and reads its top object with `read`: "$schema" and "formatVersion" are dealt with,
// repeated and unknown members are reported. `file` is only used as the subject of errors. Nothing is
// returned unless all is well.
result::Errors
readText(const QByteArray &text, const QString &file, const Format &format, const ObjectReader::Each &read);
// The same for a file on disk. Blocks; any thread.
result::Errors readFile(const QString &path, const Format &format, const ObjectReader::Each &read);

// How a reader of its own looks:
//     Checked<Scenario> readScenario(const QString &path)
//     {
//         return json::checkedFile<Scenario>(path, {u"scenario"_s}, [](json::ObjectReader &in, Scenario
//         &scenario) {
//             scenario.title = in.text(u"title"_s);
//         });
//     }
template<typename T, std::invocable<ObjectReader &, T &> Read>
result::Checked<T> checkedFile(const QString &path, const Format &format, Read read)
{
    T value;
    auto errors = readFile(path, format, [&](ObjectReader &in) { read(in, value); });
    if (!errors.empty())
        return tl::unexpected(std::move(errors));
    return value;
}

template<typename T, std::invocable<ObjectReader &, T &> Read>
result::Checked<T> checkedText(const QByteArray &text, const QString &file, const Format &format, Read read)
{
    T value;
    auto errors = readText(text, file, format, [&](ObjectReader &in) { read(in, value); });
    if (!errors.empty())
        return tl::unexpected(std::move(errors));
    return value;
}

} // namespace model::json
