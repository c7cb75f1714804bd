// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "svgpen.h"

#include <app/style/svg.h>

namespace app::graph {

using namespace Qt::StringLiterals;
using style::svgNumber;

namespace {

QString svgPath(const QPainterPath &path)
{
    QString commands;
    for (int index = 0; index < path.elementCount(); ++index) {
        const auto element = path.elementAt(index);
        const QString letter = element.type == QPainterPath::MoveToElement ? u"M"_s
            : element.type == QPainterPath::LineToElement                  ? u"L"_s
            : element.type == QPainterPath::CurveToElement                 ? u"C"_s
                                                                           : QString();
        commands += u"%1 %2 %3 "_s.arg(letter, svgNumber(element.x), svgNumber(element.y));
    }
    return commands.trimmed();
}

QString svgColor(const QColor &color)
{
    return color.isValid() ? color.name() : u"none"_s;
}

} // namespace

SvgPen::SvgPen(QByteArray &document, const QSizeF &size, const QString &title)
    : m_xml(&document)
{
    style::beginSvg(m_xml, size);
    m_xml.writeTextElement(u"title"_s, title);
}

void SvgPen::end()
{
    style::endSvg(m_xml);
}

void SvgPen::beginGroup(QPointF at, const QString &title)
{
    m_xml.writeStartElement(u"g"_s);
    m_xml.writeAttribute(u"transform"_s, u"translate(%1 %2)"_s.arg(svgNumber(at.x()), svgNumber(at.y())));
    if (!title.isEmpty())
        m_xml.writeTextElement(u"title"_s, title);
}

void SvgPen::endGroup()
{
    m_xml.writeEndElement();
}

void SvgPen::beginDefinition(const QString &id)
{
    m_xml.writeStartElement(u"defs"_s);
    m_xml.writeStartElement(u"g"_s);
    m_xml.writeAttribute(u"id"_s, id);
}

void SvgPen::endDefinition()
{
    m_xml.writeEndElement();
    m_xml.writeEndElement();
}

void SvgPen::use(const QString &id)
{
    m_xml.writeEmptyElement(u"use"_s);
    m_xml.writeAttribute(u"href"_s, u'#' + id);
}

void SvgPen::box(const QRectF &place, double radius, const Ink &ink)
{
    m_xml.writeEmptyElement(u"rect"_s);
    for (const auto &[name, value] :
         {std::pair(u"x"_s, place.x()), std::pair(u"y"_s, place.y()), std::pair(u"width"_s, place.width()),
          std::pair(u"height"_s, place.height()), std::pair(u"rx"_s, radius)})
        m_xml.writeAttribute(name, svgNumber(value));
    dip(ink);
}

void SvgPen::path(const QPainterPath &path, const Ink &ink, const QString &dashes)
{
    m_xml.writeEmptyElement(u"path"_s);
    m_xml.writeAttribute(u"d"_s, svgPath(path));
    dip(ink, dashes);
}

void SvgPen::dip(const Ink &ink, const QString &dashes)
{
    m_xml.writeAttribute(u"fill"_s, svgColor(ink.fill));
    if (!ink.line.isValid())
        return;
    m_xml.writeAttribute(u"stroke"_s, svgColor(ink.line));
    m_xml.writeAttribute(u"stroke-width"_s, svgNumber(ink.width));
    if (!dashes.isEmpty())
        m_xml.writeAttribute(u"stroke-dasharray"_s, dashes);
}

void SvgPen::text(QPointF at, const QString &words, const Type &type)
{
    if (words.isEmpty())
        return;
    m_xml.writeStartElement(u"text"_s);
    m_xml.writeAttribute(u"x"_s, svgNumber(at.x()));
    m_xml.writeAttribute(u"y"_s, svgNumber(at.y()));
    m_xml.writeAttribute(u"fill"_s, svgColor(type.color));
    m_xml.writeAttribute(u"font-size"_s, QString::number(type.size));
    if (type.isCentred)
        m_xml.writeAttribute(u"text-anchor"_s, u"middle"_s);
    if (type.isBold)
        m_xml.writeAttribute(u"font-weight"_s, u"600"_s);
    m_xml.writeCharacters(words);
    m_xml.writeEndElement();
}

} // namespace app::graph
