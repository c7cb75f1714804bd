// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "file.h"

#include "outline.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace model::json {

using namespace Qt::StringLiterals;
using result::Error;
using result::Errors;
using result::failure;
using result::Kind;
using result::Result;

namespace {

QString megabytes(qint64 bytes)
{
    return QString::number(static_cast<double>(bytes) / (1024 * 1024), 'f', 1);
}

Error tooLarge(const QString &path, qint64 size, qint64 limit)
{
    return {Kind::TooLarge,
            u"The file has %1 MiB, more than the %2 MiB that are read. Is it the right file?"_s.arg(
                megabytes(size), megabytes(limit)),
            path};
}

Error syntaxError(const SyntaxFault &fault, const QByteArray &text, const QString &file)
{
    const Position at = position(text, fault.offset);
    const QString stop = fault.message.endsWith(u'?') ? QString() : u"."_s;
    return {Kind::InvalidInput,
            u"This is not valid JSON at line %1, column %2: %3"_s.arg(at.line).arg(at.column).arg(
                fault.message + stop),
            file};
}

// What only QJsonDocument looks at.
SyntaxFault contentFault(const QJsonParseError &parsed)
{
    if (parsed.error == QJsonParseError::IllegalNumber)
        return {parsed.offset, u"this number is too large"_s};
    if (parsed.error == QJsonParseError::IllegalUTF8String)
        return {parsed.offset, u"these bytes are not UTF-8. Save the file as UTF-8"_s};
    return {parsed.offset, parsed.errorString()};
}

QString whatIsExpected(const Format &format)
{
    return u"A %1 file is one JSON object: {...}."_s.arg(format.name);
}

// What can be told before the text is understood.
Result<void> checkText(const QByteArray &text, const QString &file, const Format &format)
{
    if (text.size() > format.maximumBytes)
        return failure(tooLarge(file, text.size(), format.maximumBytes));
    if (text.trimmed().isEmpty())
        return failure(Kind::InvalidInput, u"The file is empty. "_s + whatIsExpected(format), file);
    if (text.startsWith("\xFF\xFE") || text.startsWith("\xFE\xFF") || text.contains('\0'))
        return failure(Kind::InvalidInput, u"This is not UTF-8 text. Save the file as UTF-8."_s, file);
    return {};
}

// The top object, or why there is none.
Result<QJsonObject>
parse(const QByteArray &text, const QString &file, const Format &format, Problems &problems)
{
    const auto fault = outline(text, [&problems](const Place &place) {
        if (place.repeated)
            problems.add(place.pointer(), u"This name stands twice in its object. Remove one of them."_s);
    });
    if (fault)
        return failure(syntaxError(*fault, text, file));
    QJsonParseError parsed;
    // Inside a list, because a text, a number or a word alone is a document too.
    const qsizetype mark = text.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    const auto document = QJsonDocument::fromJson('[' + text.sliced(mark) + ']', &parsed);
    parsed.offset += static_cast<int>(mark) - 1;
    if (parsed.error != QJsonParseError::NoError)
        return failure(syntaxError(contentFault(parsed), text, file));
    const QJsonValue top = document.array().at(0);
    if (!top.isObject())
        return failure(Kind::InvalidInput, whatIsExpected(format), file);
    return top.toObject();
}

void readTop(ObjectReader &in, const Format &format, const ObjectReader::Each &read)
{
    in.text(u"$schema"_s, sentence(), QString());
    const int version = in.integer(u"formatVersion"_s, {1, 1'000'000});
    if (version > format.version) {
        in.report(u"formatVersion"_s,
                  u"This %1 file has format %2, this program reads %3. Update the program."_s.arg(format.name)
                      .arg(version)
                      .arg(format.version));
    }
    read(in);
    in.finish();
}

} // namespace

Result<QByteArray> readBytes(const QString &path, qint64 maximumBytes)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(Kind::NotFound, u"There is no such file. Check its name and folder."_s, path);
    if (!info.isFile())
        return failure(Kind::InvalidInput, u"This is not a regular file. Name a JSON file."_s, path);
    if (info.size() > maximumBytes)
        return failure(tooLarge(path, info.size(), maximumBytes));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(Kind::Forbidden,
                       u"The file cannot be read: %1. Check its permissions."_s.arg(file.errorString()),
                       path);
    }
    QByteArray bytes = file.read(maximumBytes + 1); // it may have grown since
    if (file.error() != QFileDevice::NoError)
        return failure(Kind::Corrupt, u"The file cannot be read: %1."_s.arg(file.errorString()), path);
    if (bytes.size() > maximumBytes)
        return failure(tooLarge(path, bytes.size(), maximumBytes));
    return bytes;
}

Errors
readText(const QByteArray &text, const QString &file, const Format &format, const ObjectReader::Each &read)
{
    if (const auto checked = checkText(text, file, format); !checked)
        return {checked.error()};
    Problems problems;
    const auto top = parse(text, file, format, problems);
    if (!top)
        return {top.error()};
    ObjectReader in(*top, {}, problems);
    readTop(in, format, read);
    return problems.isEmpty() ? Errors{} : problems.toErrors(file, text);
}

Errors readFile(const QString &path, const Format &format, const ObjectReader::Each &read)
{
    const auto text = readBytes(path, format.maximumBytes);
    if (!text)
        return {text.error()};
    return readText(*text, path, format, read);
}

} // namespace model::json
