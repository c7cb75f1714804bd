// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gif.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace app::shell {

namespace {

constexpr int mostColours = 256;
constexpr int bitsOfColour = 8;
constexpr int mostCodes = 4096;

void appendShort(QByteArray &bytes, int value)
{
    bytes += static_cast<char>(value & 0xff);
    bytes += static_cast<char>(value >> 8 & 0xff);
}

int distance(QRgb one, QRgb other)
{
    const int red = qRed(one) - qRed(other);
    const int green = qGreen(one) - qGreen(other);
    const int blue = qBlue(one) - qBlue(other);
    return red * red + green * green + blue * blue;
}

// The picture in numbers of colours.
struct Indexed
{
    std::vector<QRgb> colours;
    std::vector<int> pixels;
};

std::vector<QRgb> mostFrequent(const QHash<QRgb, int> &counts)
{
    std::vector<std::pair<int, QRgb>> byCount;
    for (auto colour = counts.begin(); colour != counts.end(); ++colour)
        byCount.emplace_back(-colour.value(), colour.key());
    std::ranges::sort(byCount);
    std::vector<QRgb> colours;
    for (size_t each = 0; each < std::min<size_t>(byCount.size(), mostColours); ++each)
        colours.push_back(byCount[each].second);
    return colours;
}

Indexed indexed(const QImage &image)
{
    const auto plain = image.convertToFormat(QImage::Format_RGB32);
    QHash<QRgb, int> counts;
    for (int y = 0; y < plain.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(plain.constScanLine(y));
        for (int x = 0; x < plain.width(); ++x)
            ++counts[line[x]];
    }
    Indexed result{mostFrequent(counts), {}};
    QHash<QRgb, int> numbers;
    for (auto colour = counts.begin(); colour != counts.end(); ++colour) {
        const auto nearest = std::ranges::min_element(
            result.colours, {}, [&](QRgb kept) { return distance(kept, colour.key()); });
        numbers.insert(colour.key(), static_cast<int>(nearest - result.colours.begin()));
    }
    result.pixels.reserve(static_cast<size_t>(plain.width()) * static_cast<size_t>(plain.height()));
    for (int y = 0; y < plain.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(plain.constScanLine(y));
        for (int x = 0; x < plain.width(); ++x)
            result.pixels.push_back(numbers.value(line[x]));
    }
    return result;
}

// Codes of growing length, the lowest bit first, in blocks of 255 bytes at most.
class CodeWriter
{
public:
    void write(int code, int bits)
    {
        m_bits |= static_cast<quint32>(code) << m_count;
        m_count += bits;
        while (m_count >= 8) {
            m_bytes += static_cast<char>(m_bits & 0xff);
            m_bits >>= 8;
            m_count -= 8;
        }
    }

    QByteArray blocks()
    {
        if (m_count > 0)
            m_bytes += static_cast<char>(m_bits & 0xff);
        QByteArray all;
        for (qsizetype at = 0; at < m_bytes.size(); at += 255) {
            const auto block = m_bytes.mid(at, 255);
            all += static_cast<char>(block.size());
            all += block;
        }
        return all + '\0';
    }

private:
    QByteArray m_bytes;
    quint32 m_bits = 0;
    int m_count = 0;
};

// Lempel, Ziv and Welch, as the specification's appendix F has it.
QByteArray compressed(const std::vector<int> &pixels)
{
    constexpr int clear = 1 << bitsOfColour;
    constexpr int end = clear + 1;
    CodeWriter out;
    QHash<int, int> known; // code and next colour -> code
    int bits = bitsOfColour + 1;
    int next = end + 1;
    out.write(clear, bits);
    int prefix = pixels.front();
    for (size_t at = 1; at < pixels.size(); ++at) {
        const int colour = pixels[at];
        const int longer = prefix << bitsOfColour | colour;
        if (const auto found = known.constFind(longer); found != known.cend()) {
            prefix = *found;
            continue;
        }
        out.write(prefix, bits);
        prefix = colour;
        if (next == mostCodes) {
            out.write(clear, bits);
            known.clear();
            bits = bitsOfColour + 1;
            next = end + 1;
            continue;
        }
        known.insert(longer, next);
        if (next == 1 << bits)
            ++bits;
        ++next;
    }
    out.write(prefix, bits);
    if (next == 1 << bits && next < mostCodes)
        ++bits; // as who reads it does
    out.write(end, bits);
    return out.blocks();
}

} // namespace

QByteArray gifBegin(QSize size)
{
    QByteArray bytes("GIF89a");
    appendShort(bytes, size.width());
    appendShort(bytes, size.height());
    bytes += QByteArray("\x70\0\0", 3); // no colours for all frames
    bytes += QByteArray("\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0", 19); // for ever
    return bytes;
}

QByteArray gifFrame(const QImage &image, std::chrono::milliseconds shown)
{
    const auto frame = indexed(image);
    QByteArray bytes("\x21\xf9\x04\x04", 4);
    appendShort(bytes, static_cast<int>(shown.count() / 10));
    bytes += QByteArray("\0\0\x2c\0\0\0\0", 7);
    appendShort(bytes, image.width());
    appendShort(bytes, image.height());
    bytes += '\x87'; // 256 colours of its own
    for (int number = 0; number < mostColours; ++number) {
        const bool isUsed = static_cast<size_t>(number) < frame.colours.size();
        const QRgb colour = isUsed ? frame.colours[static_cast<size_t>(number)] : 0;
        for (const int part : {qRed(colour), qGreen(colour), qBlue(colour)})
            bytes += static_cast<char>(part);
    }
    bytes += static_cast<char>(bitsOfColour);
    return bytes + compressed(frame.pixels);
}

QByteArray gifEnd()
{
    return QByteArray(1, '\x3b');
}

} // namespace app::shell
